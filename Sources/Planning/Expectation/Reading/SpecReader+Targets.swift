import DataSyntax
import Diagnostics
import Matching
import Source

extension SpecReader {
  /// What a name of a section means, or nil after a fault.
  mutating func target(_ kind: ResourceKind, _ name: String, _ key: DataNode, _ entries: [DataEntry])
    -> Target?
  {
    switch kind.word {
    case ResourceKind.files.word: path(name, key, entries)
    case ResourceKind.packages.word: .package(name)
    case ResourceKind.users.word: .user(name)
    case ResourceKind.groups.word: .group(name)
    case ResourceKind.commands.word: command(name, entries)
    default: runningTarget(kind, name, key, entries)
    }
  }

  private mutating func path(_ name: String, _ key: DataNode, _ entries: [DataEntry]) -> Target? {
    guard isPath(name, key) else { return nil }
    let exceptions = exceptions(entries)
    if Glob.isPlain(name) { return .file(name) }
    let glob = Glob(name).excluding(exceptions)
    return glob.literal.map { .file($0) } ?? .files(glob)
  }

  /// Patterns of paths that are left out.
  mutating func exceptions(_ entries: [DataEntry]) -> [Glob] {
    guard let node = setting("except", entries) else { return [] }
    let items = node.kind == .sequence ? node.items : [node]
    return items.compactMap { item in
      guard let text = text(item), isPath(text, item) else { return nil }
      return Glob(text)
    }
  }

  private mutating func isPath(_ name: String, _ key: DataNode) -> Bool {
    guard name.hasPrefix("/") else {
      report(
        "spec/wrong-value", "a path begins with `/`", at: key.contentLocation,
        help: "write it from the root of the image: `/\(name)`")
      return false
    }
    if name.mentions(".."),
      name.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    {
      report(
        "spec/wrong-value", "a path is written without `..`", at: key.contentLocation,
        help: "write where it leads")
      return false
    }
    return isPattern(name, key)
  }

  /// Whether a path has no marks that mean something else than they seem to.
  private mutating func isPattern(_ name: String, _ key: DataNode) -> Bool {
    if let spread = Glob.spreadFolders(in: name) {
      report(
        "spec/wrong-value", "`**` stands for folders only where nothing stands beside it",
        at: key.contentLocation, help: "write `\(spread)`; a single `*` stays within one folder")
      return false
    }
    if name.mentions("{"), Glob.alternatives(of: Array(name.utf8)) == nil {
      report(
        "spec/wrong-value", "the braces stand for more than \(Glob.mostAlternatives) paths",
        at: key.contentLocation, help: "write `*`, or several patterns")
      return false
    }
    return true
  }

  /// A line for the image's shell.
  static func shell(_ line: String) -> [String] { ["/bin/sh", "-c", line] }

  /// A shell line, or the words of a command that needs no shell.
  mutating func arguments(_ node: DataNode) -> [String]? {
    if node.kind == .sequence, !node.items.isEmpty, node.items.allSatisfy({ $0.isScalar && $0.kind != .null })
    {
      return node.items.map { $0.string ?? "" }
    }
    guard node.isScalar, node.kind != .null, let line = node.string, !line.isEmpty else {
      wrongKind(
        node, "a shell line or a list of words",
        help: "write `exec: greet --version` or `exec: [greet, --version]`")
      return nil
    }
    return Self.shell(line)
  }

  mutating func text(_ node: DataNode) -> String? {
    guard node.isScalar, node.kind != .null, let text = node.string else {
      wrongKind(node, "a text")
      return nil
    }
    guard !text.isEmpty else {
      report(
        "spec/wrong-value", "the text is empty", at: node.location, help: "write one, or take the line out")
      return nil
    }
    return text
  }

  mutating func variables(_ node: DataNode) -> [String: String] {
    guard node.kind == .mapping else {
      wrongKind(node, "a map of variables", help: "write `{NAME: value}`")
      return [:]
    }
    var variables: [String: String] = [:]
    for entry in unique(node) {
      guard let name = entry.key.string, let value = entry.value.string, entry.value.kind != .null else {
        wrongKind(entry.value, "a text")
        continue
      }
      variables[name] = value
    }
    return variables
  }

  mutating func seconds(_ node: DataNode) -> Double? {
    if let text = node.string, let seconds = TimeSpan.seconds(text) { return seconds }
    let isBare = node.kind == .number
    report(
      "spec/wrong-value", isBare ? "a time needs its unit" : "this is no time", at: node.location,
      help: isBare
        ? "write `\(node.string ?? "5")s` or `\(node.string ?? "500")ms`" : "write `5s`, `500ms` or `1m30s`")
    return nil
  }

  /// A command that says nothing of its exit status must succeed.
  func withExitStatus(_ expectations: [Expectation], _ subject: CheckWording, _ key: DataNode)
    -> [Expectation]
  {
    let property = "exit-status"
    if expectations.contains(where: { $0.property == property }) { return expectations }
    return [subject.expectation(property, Matcher(.number(.integer(0)), at: key.contentLocation))]
      + expectations
  }
}
