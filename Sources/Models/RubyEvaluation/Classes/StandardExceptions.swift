/// Ruby's exceptions with what each inherits from, parents first.
enum StandardExceptions {
  static let parents: [(name: String, parent: String)] = [
    ("NoMemoryError", "Exception"), ("ScriptError", "Exception"), ("LoadError", "ScriptError"),
    ("NotImplementedError", "ScriptError"), ("SyntaxError", "ScriptError"), ("SecurityError", "Exception"),
    ("SignalException", "Exception"), ("Interrupt", "SignalException"), ("SystemExit", "Exception"),
    ("SystemStackError", "Exception"), ("StandardError", "Exception"), ("ArgumentError", "StandardError"),
    ("UncaughtThrowError", "ArgumentError"), ("EncodingError", "StandardError"),
    ("FiberError", "StandardError"),
    ("IOError", "StandardError"), ("EOFError", "IOError"), ("IndexError", "StandardError"),
    ("KeyError", "IndexError"), ("StopIteration", "IndexError"), ("ClosedQueueError", "StopIteration"),
    ("LocalJumpError", "StandardError"), ("NameError", "StandardError"), ("NoMethodError", "NameError"),
    ("RangeError", "StandardError"), ("FloatDomainError", "RangeError"), ("RegexpError", "StandardError"),
    ("RuntimeError", "StandardError"), ("FrozenError", "RuntimeError"), ("SystemCallError", "StandardError"),
    ("ThreadError", "StandardError"), ("TypeError", "StandardError"), ("ZeroDivisionError", "StandardError"),
    ("NoMatchingPatternError", "StandardError"),
  ]
}
