import RubyEvaluation
import RubySyntax
import Source

/// A run of a program of the tests, with what it printed and declared.
///
/// `unknown?` and `unknown!` give what cannot be told, `Unheard` is a constant of the kind, and `declare` notes the
/// certainty and its arguments.
final class RubyRun: RubyHost {
  private(set) var output: [UInt8] = []
  private(set) var lines: [String] = []

  /// Runs a program; a run that took a way of its own is among the lines.
  static func of(_ bytes: [UInt8], path: String, limits: RubyLimits = RubyLimits()) -> RubyRun {
    let file = SourceFile(FileID(path), bytes: bytes)
    let host = RubyRun()
    let run = RubyInterpreter(host: host, limits: limits)
    let program = run.load(RubyTree.parse(DerivedText(file)), path: path)
    func line(_ place: RubyPlace?) -> Int {
      place.map { file.position(at: $0.location.range.start).line } ?? 0
    }
    switch run.attempt({ () throws(Unwinding) in try run.run(program) }) {
    case .value: break
    case .failed(let failure):
      host.lines.append("failed \(failure.certainty) \(failure.className) \(line(failure.place))")
    case .stopped(let unknown): host.lines.append("stopped \(line(unknown.origin))")
    }
    for failure in run.possibleFailures {
      host.lines.append("possibly \(failure.className) \(line(failure.place))")
    }
    return host
  }

  func write(_ text: [UInt8], _ run: RubyInterpreter) { output += text }

  func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue? {
    switch call.run.spelling(of: call.name) {
    case "unknown?", "unknown!": return call.unknown("it is a test")
    case "declare":
      var shown: [String] = []
      for argument in call.arguments { shown.append(try call.inspection(of: argument) ?? "?") }
      lines.append("-> \(call.run.certainty) \(shown.joined(separator: ", "))")
      return .nil
    default: return nil
    }
  }

  func constant(
    _ name: String, in scope: RubyModule?, _ run: RubyInterpreter
  ) throws(Unwinding) -> RubyValue? {
    name == "Unheard" ? .unknown(RubyUnknown("it is a test", at: nil)) : nil
  }
}
