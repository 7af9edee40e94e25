-- The text functions of core/vietnamese.py, rule for rule: a stored column, an index and a
-- query made in Python meet in the same key. Nothing here asks the locale (`COLLATE "C"` lowers
-- ASCII only) or an extension, and every body is one strict expression, which PostgreSQL inlines.

CREATE FUNCTION core_repair(text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(
    normalize($1, NFC),
    U&'\00D0', 'Đ'), U&'\00F0', 'đ'), U&'\00A0', ' '), U&'\202F', ' '), U&'\2007', ' ');

-- What every key starts from: letters and marks apart, lower case, đ for each of its doubles.
CREATE FUNCTION core_folded(text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(replace(
    lower(normalize($1, NFD) COLLATE "C"),
    'Đ', 'đ'), U&'\00D0', 'đ'), U&'\00F0', 'đ'), U&'\00A0', ' '), U&'\202F', ' '), U&'\2007', ' ');

CREATE FUNCTION core_tone_key(text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN normalize(regexp_replace(regexp_replace(
    core_folded($1),
    '([\u0300\u0309\u0303\u0301\u0323])([\u0302\u0306]?[aeiouy][aeiouy\u0302\u0306\u031b]*)',
    '\2\1', 'g'),
    '(^|[^a-zđ\u0300-\u036f])([hklmstvx]|qu)y([\u0300\u0309\u0303\u0301\u0323]?)(?![a-zđ\u0300-\u036f])',
    '\1\2i\3', 'g'), NFC);

CREATE FUNCTION core_plain_key(text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(replace(
    regexp_replace(core_folded($1), '[\u0300-\u036f]+', '', 'g'),
    'đ', 'd'),
    '(^|[^a-z])([hklmstvx]|qu)y(?![a-z])', '\1\2i', 'g');

-- Letters, U+0001, letters with tones. Private-use characters beyond every other one stand for
-- the marks, so that comparing bytes gives the dictionary's order.
CREATE FUNCTION core_sort_key(text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    translate(
        replace(core_folded($1), 'đ', U&'d\+10FFF0'),
        U&'\0306\0302\031B\0300\0309\0303\0301\0323', U&'\+10FFF0\+10FFF1\+10FFF2'),
    '[\u0300-\u036f]+', '', 'g')
    || U&'\0001'
    || translate(
        core_folded($1),
        U&'\0300\0309\0303\0301\0323', U&'\+10FFF3\+10FFF4\+10FFF5\+10FFF6\+10FFF7');
