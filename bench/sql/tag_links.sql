INSERT INTO news_article_tags (article_id, tag_id)
SELECT DISTINCT used.article_id, named.tag_id
FROM bench.tag_use AS used JOIN bench.tag_name AS named USING (name)
WHERE used.article_id > %s AND used.article_id <= %s;
