import DataSyntax
import Diagnostics
import RuleCatalog
import Source

/// Reads the exceptions of one file: comments `# ovenproof: …`, and root keys beginning `_ovenproof` of data.
struct AllowReader {
  private let file: SourceFile
  /// The file as data; nil for any other text, and for data that could not be read whole.
  private let tree: DataTree?
  private(set) var allows: [Allow] = []
  /// How old results of steps may be.
  private(set) var maxAges: [MaxAgeDirective] = []
  private var malformed = Findings(of: "lint/malformed-allow")
  private var unreasoned = Findings(of: "lint/allow-without-reason")
  private var unknown = Findings(of: "lint/unknown-rule")
  private var renamed = Findings(of: "lint/renamed-rule")
  private let names: RuleNames

  /// What is wrong with the exceptions themselves.
  var diagnostics: [Diagnostic] {
    malformed.diagnostics + unreasoned.diagnostics + unknown.diagnostics + renamed.diagnostics
  }

  init(_ file: SourceFile, tree: DataTree?, names: RuleNames = .standard) {
    self.names = names
    self.file = file
    self.tree = tree
    guard Self.mark(in: file.bytes, from: 0) != nil else { return }
    if let tree {
      for entry in tree.root.entries where entry.key.string?.hasPrefix("_ovenproof") == true {
        read(entry, in: tree)
      }
    }
    for comment in AllowComment.all(in: file, tree: tree) { read(comment) }
  }

  /// Where the product's name stands in a text.
  static func mark(in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array("ovenproof".utf8)
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], bytes[index...].starts(with: word) { return index }
      index += 1
    }
    return nil
  }

  private mutating func read(_ entry: DataEntry, in tree: DataTree) {
    guard entry.value.kind == .string, let text = entry.value.scalar else {
      let help = "Packer refuses anything else at a root key that begins with `_`"
      return malformed.add("an exception is not a text", at: entry.value.location, help: help)
    }
    let directive = AllowDirective(text)
    if directive.verb?.value == Self.ageVerb { return addAge(directive, in: tree) }
    guard let isForFile = isForFile(directive) else { return }
    if isForFile { return add(directive, scope: .file(file.id)) }
    guard let pointer = directive.pointer else {
      let help = "write `allow RULE at /builders/0/image -- reason`, or `allow-file` for the whole file"
      return malformed.add("the exception does not say where", at: entry.value.location, help: help)
    }
    add(directive, scope: place(of: pointer.value, in: tree).map { .node($0) } ?? .nothing)
  }

  /// Where a pointer leads, of an entry with its key; a missing slash in front is forgiven.
  private func place(of pointer: String, in tree: DataTree) -> Location? {
    guard let pointer = DataPointer(pointer) ?? DataPointer("/" + pointer) else { return nil }
    return tree.entry(at: pointer)?.location ?? tree.node(at: pointer)?.location
  }

  private mutating func read(_ comment: AllowComment) {
    let directive = AllowDirective(comment.text)
    if comment.scope == .text {
      // A text may hold any words; what is an exception in all but its place was meant as one.
      let isWhole = ["allow", "allow-file"].contains(directive.verb?.value) && !directive.rules.isEmpty
      if isWhole, directive.reason != nil { add(directive, scope: .text) }
      return
    }
    if directive.verb?.value == Self.ageVerb { return addAge(directive, scope: comment.scope) }
    guard let isForFile = isForFile(directive) else { return }
    guard isForFile else { return add(directive, scope: comment.scope) }
    guard comment.isAtTop else {
      return malformed.add(
        "`allow-file` stands below the top of the file", at: comment.text.whole,
        help: "move it before the first line that is no comment, or write `allow` for the next lines alone")
    }
    add(directive, scope: .file(file.id))
  }

  private static let ageVerb = "max-age"

  private mutating func addAge(_ directive: AllowDirective, in tree: DataTree) {
    guard let pointer = directive.pointer else { return addAge(directive, scope: .file(file.id)) }
    addAge(directive, scope: place(of: pointer.value, in: tree).map { .node($0) } ?? .nothing)
  }

  /// Takes `max-age SPAN` for the steps of a scope.
  private mutating func addAge(_ directive: AllowDirective, scope: Allow.Scope) {
    guard directive.rules.count == 1, let word = directive.rules.first, let limit = TimeLimit(word.value)
    else {
      return malformed.add(
        "`max-age` names no span", at: directive.location,
        help: "write `max-age 7d at /provisioners/0`; `never` stands for no limit")
    }
    switch scope {
    case .file: maxAges.append(MaxAgeDirective(limit: limit, place: nil))
    case .node(let place), .lines(let place): maxAges.append(MaxAgeDirective(limit: limit, place: place))
    case .nothing, .text:
      malformed.add(
        "`max-age` stands for no step", at: directive.location,
        help: "name a provisioner that is there, as `at /provisioners/0`")
    }
  }

  /// Whether the exception covers the whole file; nil, and a finding, where it is neither kind.
  private mutating func isForFile(_ directive: AllowDirective) -> Bool? {
    guard let verb = directive.verb, verb.value == "allow" || verb.value == "allow-file" else {
      let said = directive.verb.map { "`\($0.value)` is no word of ours" } ?? "the exception is empty"
      malformed.add(
        said, at: directive.verb?.location ?? directive.location, help: "write `allow RULE -- reason`")
      return nil
    }
    if directive.rules.isEmpty {
      malformed.add(
        "the exception names no rule", at: verb.location, help: "write `\(verb.value) RULE -- reason`")
      return nil
    }
    return verb.value == "allow-file"
  }

  /// Without a reason, or for a rule that does not exist, an exception counts for nothing.
  private mutating func add(_ directive: AllowDirective, scope: Allow.Scope) {
    guard let reason = directive.reason else {
      return unreasoned.add(
        "the exception gives no reason", at: directive.location,
        help: "end it with ` -- ` and why it is right here")
    }
    for name in directive.rules {
      switch names.meaning(of: name.value) {
      case .unknown: unknown.add(unknownRule: name.value, among: names, at: name.location)
      case .renamed(let rule):
        renamed.add(renamedRule: name.value, to: rule, at: name.location)
        allows.append(Allow(rule: rule, location: name.location, scope: scope, reason: reason))
      case .rule(let rule):
        allows.append(Allow(rule: rule, location: name.location, scope: scope, reason: reason))
      }
    }
  }
}
