"""How effective is the Board? What its members, practitioners, chairs and complaints say of it."""
