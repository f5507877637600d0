"""The checks of a draft against standing orders. Where none are known, they are not even imported."""
