"""Run by Alembic: all steps on the connection that `bot.store.migrate` hands over, in its one transaction."""

from alembic import context

from bot.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # on SQLite too: the connection begins its transactions itself
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
