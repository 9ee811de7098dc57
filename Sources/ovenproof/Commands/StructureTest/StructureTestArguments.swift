import Diagnostics
import Expectation
import Image
import Source
import StructureTest

/// The command line of `container-structure-test`, read as the original reads it.
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
    Switch(name: "json", letter: "j", takesValue: false),
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

  private static let levels = ["panic", "fatal", "error", "warn", "warning", "info", "debug", "trace"]

  /// Those of the command.
  private let known: [Switch]
  private(set) var configs: [String] = []
  /// What is to be said of the command line although it is taken.
  private(set) var warnings: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// The switches of `version`.
  static let ofVersion = ["help", "output", "verbosity"]
  /// The switches where no command is named.
  static let ofNone = ["help", "verbosity"]

  /// Reads the words beside `test`, or beside another command with the switches that it knows; one or two dashes, a value behind
  /// `=`, a blank or a letter. Words that belong to no switch are passed over.
  init(_ words: [String], knowing names: [String]? = nil) throws(Fault) {
    known = Self.switches.filter { names?.contains($0.name) ?? true }
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" { break }
      if word.utf8.starts(with: "--".utf8) {
        try long(String(word.dropFirst(2)), &rest)
      } else if word.utf8.first == UInt8(ascii: "-"), word.count > 1 {
        try short(String(word.dropFirst()), &rest)
      }
    }
    if asksForHelp { return }
    try checkLevel()
    if names == nil { try check() }
  }

  var image: String? { value("image") }
  var layout: String? { value("image-from-oci-layout") }
  var defaultTag: String? { value("default-image-tag") }
  var metadata: String? { value("metadata") }
  var report: String? { value("test-report") }
  /// The platform that the image must be made for: strictly, the machine's own where the original asks docker for it.
  var platform: String? {
    if let named = values["platform"] { return named.isEmpty ? nil : named }
    return compatibility == .strict && driver == .docker ? Platform.current.description : nil
  }
  var runtime: String? { value("runtime") }
  var engine: EngineOptions.Choice? { value("engine").flatMap { EngineOptions.Choice(argument: $0) } }
  var output: Output { flags.contains("json") ? .json : value("output").flatMap(Output.init) ?? .text }
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
    let parts = word.assignment.map { [$0.name, $0.value] } ?? [word]
    guard !parts[0].isEmpty, parts[0].utf8.first != UInt8(ascii: "-") else {
      throw Fault(message: "bad flag syntax: --\(word)", help: nil)
    }
    guard let found = known.first(where: { $0.name == parts[0] }) else {
      let near = Suggestion.nearest(to: parts[0], among: known.map(\.name))
      throw Fault(message: "unknown flag: --\(parts[0])", help: near.map { "did you mean `--\($0)`?" })
    }
    if found.takesValue {
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
        throw Fault(message: "flag needs an argument: --\(found.name)", help: nil)
      }
      set(found, value)
    } else if parts.count > 1 {
      set(found, isOn: try truth(parts[1], of: found))
    } else {
      set(found, isOn: true)
    }
  }

  /// Several letters may stand together; the value of the last may follow at once.
  private mutating func short(_ word: String, _ rest: inout ArraySlice<String>) throws(Fault) {
    var letters = Substring(word)
    while let letter = letters.popFirst() {
      guard let found = known.first(where: { $0.letter == letter }) else {
        throw Fault(message: "unknown shorthand flag: '\(letter)' in -\(word)", help: nil)
      }
      // A sign alone is no value's beginning, but the value, or a letter.
      let isAssigned = letters.first == "=" && letters.count > 1
      guard found.takesValue else {
        if isAssigned { return set(found, isOn: try truth(String(letters.dropFirst()), of: found)) }
        set(found, isOn: true)
        continue
      }
      let joined = isAssigned ? letters.dropFirst() : letters
      guard let value = joined.isEmpty ? rest.popFirst() : String(joined) else {
        throw Fault(message: "flag needs an argument: '\(letter)' in -\(word)", help: nil)
      }
      return set(found, value)
    }
  }

  private mutating func set(_ found: Switch, _ value: String) {
    if found.name == "config" { configs.append(value) } else { values[found.name] = value }
  }

  /// A truth value as Go reads it.
  private func truth(_ text: String, of found: Switch) throws(Fault) -> Bool {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": return true
    case "0", "f", "F", "false", "FALSE", "False": return false
    default:
      throw Fault(
        message: "invalid argument \"\(text)\" for --\(found.name)", help: "write `true` or `false`")
    }
  }

  private mutating func set(_ found: Switch, isOn: Bool) {
    if found.name == "json" { warnings.append("`--json` is an old word for `--output json`") }
    if isOn { flags.insert(found.name) } else { flags.remove(found.name) }
  }

  private func checkLevel() throws(Fault) {
    guard let level = values["verbosity"], !Self.levels.contains(level.lowercased()) else { return }
    throw Fault(
      message: "`\(level)` is no level of a log",
      help: "it is one of \(Self.levels.map { "`\($0)`" }.joined(separator: ", "))")
  }

  /// What `test` wants.
  private mutating func check() throws(Fault) {
    if let runtime, runtime != "runc" {
      warnings.append("`--runtime \(runtime)` changes nothing here, and nobody asks whether docker knows it")
    }
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
    guard driver == .host || metadata == nil else {
      throw Fault(message: "Cannot provide both image path and metadata file", help: "leave one out")
    }
    guard driver == .docker || !pulls else {
      throw Fault(
        message: "image pull not supported when not using Docker driver", help: "leave out `--pull`")
    }
    guard driver == .docker || layout == nil else {
      throw Fault(
        message: "--image-from-oci-layout is not supported when not using Docker driver",
        help: "leave out `--driver`")
    }
    guard layout == nil || !pulls else {
      throw Fault(message: "a layout is not pulled", help: "leave out `--pull`")
    }
    guard image == nil || layout == nil else {
      throw Fault(message: "either an image or an OCI layout can be tested, not both", help: "leave one out")
    }
    guard !configs.isEmpty else {
      throw Fault(message: "Please provide at least one test config file", help: "add `--config FILE`")
    }
  }

  private func expect(_ name: String, among words: [String], _ complaint: String) throws(Fault) {
    guard let given = values[name], !words.contains(given) else { return }
    throw Fault(
      message: "\(complaint) \(given)",
      help: "it is one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
