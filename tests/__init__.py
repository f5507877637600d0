"""Tests, in the same folders as the code; what several of them want is in `shared`."""
