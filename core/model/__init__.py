"""Values of the school: frozen dataclasses and enums, nothing but the standard library."""
