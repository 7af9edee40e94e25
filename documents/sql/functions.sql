-- A symbol without accents, capitals, blanks and kinds of dashes; documents/symbols.py says the same.
CREATE FUNCTION documents_symbol_key(symbol text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(core_plain_key(symbol), E'‐‑‒–—− \t\r\n', '------');

-- The day by which a paper is sorted: of its issue, or else of its publication.
CREATE FUNCTION documents_dated(issued_on date, published_at timestamptz) RETURNS date
IMMUTABLE PARALLEL SAFE
RETURN coalesce(issued_on, (published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
