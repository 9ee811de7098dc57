import DataSyntax
package import Diagnostics
import Matching
package import Source

/// The values that the inputs of a spec are given from outside.
package struct InputValues: Sendable {
  /// A value with where it comes from.
  enum Given: Sendable {
    /// A text of the command line, to be read as the input's kind asks.
    case text(String)
    case node(DataNode)
    /// One that a spec hands on.
    case value(InputValue)
  }

  var given: [String: Given] = [:]
  /// Whether inputs without a value are left open: of what they stand in, nothing is judged.
  package let isOpen: Bool
  /// The files that hold values, in which places can be shown.
  package let sources: [SourceFile]

  /// No values: what depends on one is left out, as where a spec is only looked at.
  package static let open = InputValues(isOpen: true)

  init(isOpen: Bool) {
    self.isOpen = isOpen
    sources = []
  }

  /// Values from the command line and from files; the later wins, and the command line over all.
  package init(texts: [(name: String, value: String)] = [], files: [InputFile] = []) {
    isOpen = false
    sources = files.map(\.source)
    for file in files {
      for entry in file.entries { given[entry.key.string ?? ""] = .node(entry.value) }
    }
    for text in texts { given[text.name] = .text(text.value) }
  }

  /// The names that are given.
  package var names: [String] { given.keys.sorted() }
}

/// A file with values of inputs: a map of names, in YAML or JSON.
package struct InputFile: Sendable {
  let entries: [DataEntry]
  package let diagnostics: [Diagnostic]
  /// The file, with all its values kept from being shown.
  package let source: SourceFile

  package init(_ file: SourceFile) {
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax)
    // What a parser quotes may be a secret.
    var diagnostics = faults.map { fault in
      Diagnostic(
        fault.rule, fault.severity, "this cannot be read as \(syntax == .json ? "JSON" : "YAML")",
        at: fault.primary,
        help: "write a map: `port: 8080`")
    }
    let root = tree.root
    let isEmpty = root.kind == .missing || root.kind == .null
    if root.kind != .mapping, !isEmpty, faults.isEmpty {
      diagnostics.append(
        Diagnostic(
          "spec/wrong-value", .error, "values of inputs are a map of names, this is \(root.kind.words)",
          at: root.location, help: "write `port: 8080`"))
    }
    entries = root.entries
    self.diagnostics = diagnostics
    var source = file
    // Any of them may turn out to be sensitive; a broken file tells no values from names.
    if root.kind == .mapping, faults.isEmpty {
      for entry in root.entries { source.conceal(entry.value.location.range) }
    } else {
      source.conceal(ByteRange(0, file.bytes.count))
    }
    self.source = source
  }
}
