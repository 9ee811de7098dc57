import DataSyntax
import Diagnostics
import Source

extension SpecReader {
  /// What a command runs, and how.
  mutating func command(_ name: String, _ entries: [DataEntry]) -> Target? {
    var arguments = Self.shell(name)
    var user: String?
    var folder: String?
    var environment: [String: String] = [:]
    var timeout = 10.0
    var isolation = CommandCall.Isolation.shared
    for entry in entries {
      let node = entry.value
      switch entry.key.string {
      case "exec": arguments = self.arguments(node) ?? arguments
      case "user": user = text(node)
      case "workdir": folder = text(node)
      case "env": environment = variables(node)
      case "timeout": timeout = seconds(node) ?? timeout
      case "isolation": isolation = choice(node) ?? isolation
      default: break
      }
    }
    let script = script(entries)
    var call = CommandCall(
      script?.interpreter ?? arguments, user: user, workingDirectory: folder, environment: environment,
      timeout: timeout, isolation: isolation)
    call.input = script?.text ?? []
    return .command(call)
  }

  /// A script with what reads it from its standard input.
  private mutating func script(_ entries: [DataEntry]) -> (interpreter: [String], text: [UInt8])? {
    let interpreter = entries.first { $0.key.string == "interpreter" }
    guard let entry = entries.first(where: { $0.key.string == "script" }) else {
      if let interpreter {
        report(
          "spec/wrong-value", "there is no script for the interpreter", at: interpreter.key.contentLocation,
          help: "write `script: …`, or the whole command as its name")
      }
      return nil
    }
    if let exec = entries.first(where: { $0.key.string == "exec" }) {
      report(
        "spec/wrong-value", "`exec` and `script` both say what is run", at: exec.key.contentLocation,
        help: "take one of them out")
    }
    guard let text = text(entry.value) else { return nil }
    let words = interpreter.flatMap { self.words(ofSetting: $0.value) }
    return (words ?? Self.interpreter(of: text) ?? ["/bin/sh"], Array(text.utf8))
  }

  /// The words of a first line `#!/usr/bin/env python3`.
  private static func interpreter(of script: String) -> [String]? {
    guard script.hasPrefix("#!") else { return nil }
    let line = script.utf8.dropFirst(2).prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: Array($0), as: UTF8.self) }
    return words.isEmpty ? nil : words
  }
}
