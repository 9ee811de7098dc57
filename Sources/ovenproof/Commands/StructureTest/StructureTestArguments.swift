import Diagnostics
import Expectation
import StructureTest

/// The command line of `container-structure-test test`, read as the original reads it.
struct StructureTestArguments: Sendable {
  enum Output: String, CaseIterable { case text, json, junit }

  /// A command line that the original would refuse.
  struct Fault: Error {
    let message: String
    let help: String?
  }

  private struct Switch {
    let name: String
    let letter: Character?
    let takesValue: Bool
  }

  private static let switches: [Switch] = [
    Switch(name: "config", letter: "c", takesValue: true),
    Switch(name: "image", letter: "i", takesValue: true),
    Switch(name: "driver", letter: "d", takesValue: true),
    Switch(name: "output", letter: "o", takesValue: true),
    Switch(name: "verbosity", letter: "v", takesValue: true),
    Switch(name: "quiet", letter: "q", takesValue: false),
    Switch(name: "force", letter: "f", takesValue: false),
    Switch(name: "help", letter: "h", takesValue: false),
    Switch(name: "no-color", letter: nil, takesValue: false),
    Switch(name: "pull", letter: nil, takesValue: false),
    Switch(name: "save", letter: nil, takesValue: false),
    Switch(name: "metadata", letter: nil, takesValue: true),
    Switch(name: "test-report", letter: nil, takesValue: true),
    Switch(name: "platform", letter: nil, takesValue: true),
    Switch(name: "runtime", letter: nil, takesValue: true),
    Switch(name: "image-from-oci-layout", letter: nil, takesValue: true),
    Switch(name: "default-image-tag", letter: nil, takesValue: true),
    Switch(name: "ignore-ref-annotation", letter: nil, takesValue: false),
    Switch(name: "compat", letter: nil, takesValue: true),
    Switch(name: "engine", letter: nil, takesValue: true),
  ]

  private(set) var configs: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// Reads the words behind `test`; one or two dashes, a value behind `=`, a blank or a letter. Words that belong to no
  /// switch are passed over.
  init(_ words: [String]) throws(Fault) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" { break }
      if word.hasPrefix("--") {
        try long(String(word.dropFirst(2)), &rest)
      } else if word.hasPrefix("-"), word.count > 1 {
        try short(String(word.dropFirst()), &rest)
      }
    }
    try check()
  }

  var image: String? { value("image") }
  var layout: String? { value("image-from-oci-layout") }
  var defaultTag: String? { value("default-image-tag") }
  var metadata: String? { value("metadata") }
  var report: String? { value("test-report") }
  var platform: String? { value("platform") }
  var engine: EngineOptions.Choice? { value("engine").flatMap { EngineOptions.Choice(argument: $0) } }
  var output: Output { value("output").flatMap(Output.init) ?? .text }
  var driver: StructureTestSettings.Driver {
    value("driver").flatMap(StructureTestSettings.Driver.init) ?? .docker
  }
  var compatibility: Compatibility { value("compat").flatMap(Compatibility.init) ?? .strict }
  var isQuiet: Bool { flags.contains("quiet") }
  var isForced: Bool { flags.contains("force") }
  var isPlain: Bool { flags.contains("no-color") }
  var pulls: Bool { flags.contains("pull") }
  var ignoresAnnotation: Bool { flags.contains("ignore-ref-annotation") }
  var asksForHelp: Bool { flags.contains("help") }

  private func value(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  private mutating func long(_ word: String, _ rest: inout ArraySlice<String>) throws(Fault) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let found = Self.switches.first(where: { $0.name == parts[0] }) else {
      let near = Suggestion.nearest(to: parts[0], among: Self.switches.map(\.name))
      throw Fault(message: "unknown flag: --\(parts[0])", help: near.map { "did you mean `--\($0)`?" })
    }
    if found.takesValue {
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
        throw Fault(message: "flag needs an argument: --\(found.name)", help: nil)
      }
      set(found, value)
    } else {
      set(found, isOn: parts.count < 2 || ["true", "t", "1"].contains(parts[1].lowercased()))
    }
  }

  /// Several letters may stand together; the value of the last may follow at once.
  private mutating func short(_ word: String, _ rest: inout ArraySlice<String>) throws(Fault) {
    var letters = Substring(word)
    while let letter = letters.popFirst() {
      guard let found = Self.switches.first(where: { $0.letter == letter }) else {
        throw Fault(message: "unknown shorthand flag: '\(letter)' in -\(word)", help: nil)
      }
      guard found.takesValue else {
        set(found, isOn: true)
        continue
      }
      let joined = letters.first == "=" ? letters.dropFirst() : letters
      guard let value = joined.isEmpty ? rest.popFirst() : String(joined) else {
        throw Fault(message: "flag needs an argument: '\(letter)' in -\(word)", help: nil)
      }
      return set(found, value)
    }
  }

  private mutating func set(_ found: Switch, _ value: String) {
    if found.name == "config" { configs.append(value) } else { values[found.name] = value }
  }

  private mutating func set(_ found: Switch, isOn: Bool) {
    if isOn { flags.insert(found.name) } else { flags.remove(found.name) }
  }

  private func check() throws(Fault) {
    if asksForHelp { return }
    try expect("output", among: Output.allCases.map(\.rawValue), "unsupported format")
    try expect(
      "driver", among: StructureTestSettings.Driver.allCases.map(\.rawValue), "unsupported driver type:")
    try expect("compat", among: Compatibility.allCases.map(\.rawValue), "unsupported compatibility")
    try expect("engine", among: EngineOptions.Choice.allNames, "unsupported engine")
    if driver == .host {
      guard metadata != nil else {
        throw Fault(message: "Please provide path to image metadata file", help: "add `--metadata FILE`")
      }
      guard image == nil else {
        throw Fault(message: "Cannot provide both image path and metadata file", help: nil)
      }
    } else if image == nil, layout == nil {
      throw Fault(
        message: "Please supply path to image or oci image layout to test against",
        help: "add `--image IMAGE`")
    }
    guard image == nil || layout == nil else {
      throw Fault(message: "either an image or an OCI layout can be tested, not both", help: "leave one out")
    }
    guard !configs.isEmpty else {
      throw Fault(message: "Please provide at least one test config file", help: "add `--config FILE`")
    }
  }

  private func expect(_ name: String, among words: [String], _ complaint: String) throws(Fault) {
    guard let given = values[name], !given.isEmpty, !words.contains(given) else { return }
    throw Fault(
      message: "\(complaint) \(given)",
      help: "it is one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
