-- Keys by which citations meet their papers; documents/symbols.py says the same.
CREATE FUNCTION documents_symbol_parts(symbol text) RETURNS text[]
IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_match(
    core_plain_key(translate(normalize(symbol, NFC), 'ưƯ', 'ww')),
    '^[^0-9a-z]*(?:so[^0-9a-z]*(?=[0-9]))?([a-z]*)[^0-9a-z]*0*([0-9]+)'
    '(?:[^0-9a-z]+((?:19|20)[0-9]{2})(?=[^0-9a-z]))?(.*)$');

CREATE FUNCTION documents_citation_key(symbol text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN parts[1] || parts[4] ~ '[a-z]' THEN
        parts[2] || coalesce('/' || parts[3], '')
        || parts[1] || regexp_replace(parts[4], '[^0-9a-z]', '', 'g')
    ELSE '' END
    FROM documents_symbol_parts(symbol) AS parts
);

CREATE FUNCTION documents_bare_key(symbol text, issued_on date) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(
        parts[2] || coalesce(nullif(parts[1], ''), substring(parts[4] FROM '[a-z]+')) || '@'
        || lpad((extract(year FROM issued_on) * 10000 + extract(month FROM issued_on) * 100
            + extract(day FROM issued_on))::integer::text, 8, '0'), '')
    FROM documents_symbol_parts(symbol) AS parts
);
