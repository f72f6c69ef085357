"""The disk: rows, gateways, read models, the unit of work. The only room that knows SQLAlchemy."""
