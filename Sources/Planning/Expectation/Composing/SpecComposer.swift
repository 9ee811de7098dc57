import DataSyntax
import Diagnostics
import Source

/// Reads a spec with the files that it includes, and puts the values of inputs into both.
struct SpecComposer {
  private static let deepest = 16
  private static let mostFiles = 256

  private let context: SpecContext
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [SourceFile] = []
  private(set) var secrets: [String] = []
  private(set) var inputNames: Set<String> = []
  /// Whether something was left out for an input without a value.
  private(set) var isPartial = false
  /// The files that include each other now, outermost first.
  private var stack: [String] = []

  init(_ context: SpecContext) { self.context = context }

  /// What a file says, where `include` is what asked for it.
  mutating func part(_ file: SourceFile, _ values: InputValues, for include: SpecInclude? = nil) -> SpecPart {
    sources.append(file)
    stack.append(file.id.path)
    defer { stack.removeLast() }
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax)
    diagnostics += faults
    // What a broken document leaves out is no fault of its own.
    if faults.contains(where: { $0.severity == .error }) { return SpecPart() }
    var inputs = InputReader(values)
    inputs.read(tree.root[RootKey.inputs.word])
    diagnostics += inputs.diagnostics
    inputNames.formUnion(inputs.declarations.map(\.name))
    secrets += inputs.table.secrets
    include.map { refuse(unknownIn: $0, among: inputs.declarations.map(\.name)) }
    var references = InputReference(inputs.table)
    let root = references.resolved(tree).root
    diagnostics += references.diagnostics
    var reader = SpecReader(inputs.table, open: references.open)
    let own = reader.checks(root)
    isPartial = isPartial || reader.isPartial
    diagnostics += reader.diagnostics
    return compose(own, reader, inputs.table)
  }

  private mutating func compose(_ own: [Check], _ reader: SpecReader, _ table: InputTable) -> SpecPart {
    var part = SpecPart()
    let overridden = Set(own.filter { $0.terms.overriding != nil }.map(\.identity))
    var included: Set<String> = []
    if context.file == nil, !reader.includes.isEmpty {
      isPartial = true
      part.checks = own
    } else {
      for include in reader.includes {
        guard let file = file(of: include) else { continue }
        // The same file twice says the same, unless its inputs differ.
        guard !include.inputs.isEmpty || included.insert(file.id.path).inserted else { continue }
        var values = context.inputs
        values.given.merge(table.values) { outside, _ in outside }
        values.given.merge(include.inputs) { _, with in with }
        let other = self.part(file, values, for: include)
        diagnostics += part.add(other, from: include, unless: overridden)
      }
      diagnostics += part.lay(own)
    }
    if !reader.conditions.isEmpty {
      for index in part.checks.indices { part.checks[index].terms.conditions += reader.conditions }
    }
    if reader.saysHowToStart { part.settings = reader.settings }
    return part
  }

  /// Values for inputs that the included spec does not take.
  private mutating func refuse(unknownIn include: SpecInclude, among names: [String]) {
    for name in include.inputs.keys.sorted() where !names.contains(name) {
      let nearest = Suggestion.nearest(to: name, among: names)
      diagnostics.append(
        Diagnostic(
          "spec/unknown-input", .error, "`\(include.path)` has no input `\(name)`", at: include.place,
          help: nearest.map { "did you mean `\($0)`?" }
            ?? (names.isEmpty ? "it takes none" : "it has \(names.joined(separator: ", "))")))
    }
  }

  /// The file that is included, or nil after a fault.
  private mutating func file(of include: SpecInclude) -> SourceFile? {
    let path = Self.path(include.path, from: stack.last ?? "")
    func fault(_ message: String, _ help: String) -> SourceFile? {
      diagnostics.append(
        Diagnostic("spec/broken-include", .error, message, at: include.place, help: help))
      return nil
    }
    if stack.contains(path) {
      return fault(
        "`\(path)` includes itself",
        "take one of the includes out: \((stack + [path]).joined(separator: " → "))")
    }
    guard stack.count < Self.deepest else {
      return fault("includes go more than \(Self.deepest) deep", "include it further up")
    }
    guard sources.count < Self.mostFiles else {
      return fault("more than \(Self.mostFiles) files are included", "join some of them")
    }
    guard let bytes = context.file?(path) else {
      return fault(
        "`\(path.isEmpty ? "." : path)` cannot be read",
        "paths are those from the folder of the file that includes")
    }
    return SourceFile(FileID(path), bytes: bytes)
  }

  /// A path from the folder of a file, without `.` and `..` where that is possible.
  private static func path(_ path: String, from file: String) -> String {
    let isAbsolute = path.hasPrefix("/") || file.hasPrefix("/")
    let folder = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    var parts: [String] = []
    for part in folder + path.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
