-- The number in a symbol, by which papers are sorted: 238-QĐ/TW, HD.51.BTGTU, 42/2022/NĐ-CP.
CREATE FUNCTION documents_symbol_number(symbol text) RETURNS integer
IMMUTABLE STRICT PARALLEL SAFE
RETURN substring(symbol FROM '[0-9]{1,9}')::integer;
