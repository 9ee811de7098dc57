/// What surrounds a run: the recipe language, the classes that it brings, and all that the machine would be asked.
///
/// An answer of nil means that the host does not have it: Ruby's own fault follows (`NoMethodError`, `NameError`,
/// `LoadError`). What the host may have is `unknown`.
package protocol RubyHost: AnyObject {
  /// A method that neither the object nor `method_missing` has. Private calls have no receiver written:
  /// `call.receiver` is then `self`, and `isPrivate` is set.
  func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue?

  /// Whether `respond_to?` should say yes for a method that only the host has; nil where it cannot be told.
  func responds(_ receiver: RubyValue, to name: RubySymbol, _ run: RubyInterpreter) -> Bool?

  /// A constant that the program does not have; `scope` is nil where none is written before it.
  func constant(_ name: String, in scope: RubyModule?, _ run: RubyInterpreter) throws(Unwinding) -> RubyValue?

  /// `require`, `require_relative` and `load`; true where it was loaded now, false where it was there already.
  func require(_ library: RubyLibrary, _ run: RubyInterpreter) throws(Unwinding) -> RubyValue?

  /// What `puts` and its like write.
  func write(_ text: [UInt8], _ run: RubyInterpreter)

  /// What only the machine knows.
  func answer(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue?
}

/// What `require` asks for.
package struct RubyLibrary {
  package enum Manner: Sendable { case require, relative, load }

  package let name: String
  package let manner: Manner
  /// The file that asks.
  package let asker: RubyProgram?
  package let place: RubyPlace?
}

/// What is asked of the machine; the arguments are those of the call.
package enum RubyQuestion: Sendable, Hashable {
  /// `File.exist?`, `File.file?`, `File.directory?`, `File.readable?` …: the method's name.
  case file(String)
  /// The content of a file: `File.read`, `IO.read`, `File.readlines`.
  case content
  /// `Dir.glob`, `Dir[]`, `Dir.entries`.
  case folder(String)
  /// `` `command` ``, `system`, `%x`.
  case command
  /// `ENV[…]`, `ENV.fetch`.
  case environment
  /// `Time.now`, `rand`, `SecureRandom`, `Process.pid`, `Socket.gethostname` …: the method's name.
  case other(String)
}

extension RubyHost {
  package func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue? { nil }

  package func responds(_ receiver: RubyValue, to name: RubySymbol, _ run: RubyInterpreter) -> Bool? { false }

  package func constant(
    _ name: String, in scope: RubyModule?, _ run: RubyInterpreter
  ) throws(Unwinding) -> RubyValue? { nil }

  package func require(_ library: RubyLibrary, _ run: RubyInterpreter) throws(Unwinding) -> RubyValue? {
    .unknown(RubyUnknown("the library `\(library.name)` is not read", at: library.place))
  }

  package func write(_ text: [UInt8], _ run: RubyInterpreter) {}

  package func answer(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue? {
    call.unknown("it depends on the machine")
  }
}
