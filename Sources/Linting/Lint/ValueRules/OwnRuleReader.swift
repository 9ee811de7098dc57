import DataSyntax
import Diagnostics
import Host
import RuleCatalog
import Source

/// Reads the rules that a configuration defines itself, in place or in files of their own.
struct OwnRuleReader {
  /// A file of rules, or a page, that the configuration names.
  typealias Reading = (_ path: String) throws(HostError) -> SourceFile

  static let keys = ["id", "severity", "tags", "aliases", "page"] + ValueConditionReader.keys

  private let read: Reading
  private(set) var rules: [OwnRule] = []
  /// The files of rules that were read.
  private(set) var files: [LintedFile] = []
  private(set) var syntaxFaults: [Diagnostic] = []
  private var settings = Findings(of: "lint/unknown-setting")
  private var values = Findings(of: "lint/invalid-setting")

  /// What is wrong with the definitions.
  var diagnostics: [Diagnostic] { syntaxFaults + settings.diagnostics + values.diagnostics }

  init(_ read: @escaping Reading) { self.read = read }

  /// Takes the value of `own-rules` in: definitions, and paths of files of them.
  mutating func add(_ value: DataNode, mayNameFiles: Bool = true) {
    let items = value.kind == .sequence ? value.items : [value]
    for item in items {
      switch item.kind {
      case .mapping: add(definition: item)
      case .string where mayNameFiles: add(file: item)
      case .missing, .null: break
      default:
        values.add(
          "this is no rule", at: item.location,
          help: mayNameFiles
            ? "write a mapping with `id`, `message`, `at` and `when`, or the path of a file of them"
            : "write a mapping with `id`, `message`, `at` and `when`")
      }
    }
  }

  private mutating func add(file item: DataNode) {
    do throws(HostError) {
      let source = try read(item.string ?? "")
      let parsed = DataParser.parse(DerivedText(source), as: .yaml)
      files.append(LintedFile(source, tree: parsed.tree, role: .configuration))
      syntaxFaults += parsed.diagnostics
      add(parsed.tree.root["own-rules"] ?? parsed.tree.root, mayNameFiles: false)
    } catch {
      values.add(
        "the rules in `\(item.string ?? "")` cannot be read: \(error.reason.words)", at: item.location,
        help: "the path starts at the folder of the configuration")
    }
  }

  private mutating func add(definition node: DataNode) {
    for entry in node.entries where !Self.keys.contains(entry.key.string ?? "") {
      settings.add(
        unknownSetting: entry.key, among: Self.keys, message: "a rule has no key `\(entry.key.string ?? "")`")
    }
    guard let id = id(of: node) else { return }
    var reader = ValueConditionReader()
    let condition = reader.condition(node)
    values.take(reader.values)
    let severity = severity(of: node)
    guard let condition else { return }
    rules.append(
      OwnRule(
        id: RuleID(id.value), severity: severity, tags: words("tags", of: node),
        aliases: words("aliases", of: node).map { RuleID($0) }, page: page(of: node), condition: condition,
        location: id.location))
  }

  private mutating func id(of node: DataNode) -> Located<String>? {
    let help = "call it `own/what-is-wrong`, in kebab-case, in a family that is not one of ours"
    guard let value = node["id"] else {
      values.add("the rule has no `id`", at: node.location, help: help)
      return nil
    }
    let name = value.string ?? ""
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isKebab = parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
    guard parts.count == 2, isKebab else {
      values.add("`\(name)` is no name for a rule", at: value.location, help: help)
      return nil
    }
    guard !RuleCatalog.families.contains(String(name.prefix { $0 != "/" })) else {
      values.add("`\(name)` is in a family of ours", at: value.location, help: help)
      return nil
    }
    guard !rules.contains(where: { $0.id.name == name }) else {
      values.add("a rule `\(name)` is defined twice", at: value.location, help: "give each a name of its own")
      return nil
    }
    return Located(name, at: value.contentLocation)
  }

  private mutating func severity(of node: DataNode) -> Severity {
    guard let value = node["severity"] else { return .warning }
    if let severity = value.string.flatMap(Severity.init(rawValue:)) { return severity }
    values.add(
      "`\(value.string ?? "")` is no severity", at: value.location,
      help: "it is one of `error`, `warning`, `info`")
    return .warning
  }

  private func words(_ key: String, of node: DataNode) -> [String] {
    let value = node[key]
    return value?.kind == .sequence
      ? value?.items.compactMap(\.string) ?? [] : value?.string.map { [$0] } ?? []
  }

  /// The page: a text, or, where it ends in `.md`, the content of that file.
  private mutating func page(of node: DataNode) -> String? {
    guard let value = node["page"], let text = value.string else { return nil }
    guard text.hasSuffix(".md"), !text.utf8.contains(0x0A) else { return text }
    do throws(HostError) {
      return String(decoding: try read(text).bytes, as: UTF8.self)
    } catch {
      values.add(
        "the page `\(text)` cannot be read: \(error.reason.words)", at: value.location,
        help: "the path starts at the folder of the configuration")
      return nil
    }
  }
}
