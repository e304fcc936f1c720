"""Agendas: held as a whole, changed act by act, compared, copied and published."""
