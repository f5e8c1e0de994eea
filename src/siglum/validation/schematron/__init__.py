"""Schematron files of users: what keeps them from being run, found before an engine sees them."""
