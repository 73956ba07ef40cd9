"""Tests of the worksheets."""
