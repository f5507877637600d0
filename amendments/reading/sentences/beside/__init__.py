"""What stands beside an instruction: letters, movers, reasons and remarks, found and set aside.

What comes in are lines and sentences; what goes out is whether they are part of an instruction. Nothing here says what
an instruction means, and what might be one is never set aside without a word.
"""
