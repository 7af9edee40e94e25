"""Asking for an account: nobody registers, an administrator decides."""
