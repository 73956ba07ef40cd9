"""Tests of what prints."""
