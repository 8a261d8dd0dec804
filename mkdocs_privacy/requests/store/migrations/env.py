"""What alembic runs to bring the tables up to date, on the connection that it was handed."""

from alembic import context

from mkdocs_privacy.requests.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # SQLite has it too, once a transaction was begun
)
context.run_migrations()
