from django.db import migrations, models

NOTE = """
CREATE FUNCTION search_note_renamed() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO search_renamed (named, named_id, done_to)
    SELECT TG_TABLE_NAME, n.id, 0 FROM new_rows AS n JOIN old_rows AS o USING (id)
    WHERE n.name IS DISTINCT FROM o.name;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0005_fill")]
    operations = [
        migrations.CreateModel(
            name="Renamed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named", models.CharField(max_length=63)),
                ("named_id", models.BigIntegerField()),
                ("done_to", models.BigIntegerField(default=0)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(NOTE, "DROP FUNCTION search_note_renamed()"),
    ]
