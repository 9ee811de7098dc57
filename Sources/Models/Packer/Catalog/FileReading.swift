import DataSyntax
import Diagnostics
import Source

/// Reads the values of one component file and notes what it cannot read.
struct FileReading {
  let root: TemplateValue
  private(set) var faults: [CatalogFault] = []

  init(_ file: ComponentFile) {
    let source = SourceFile(FileID(file.path), bytes: file.bytes)
    // A file may be packed as JSON, which is read several times faster.
    let isPacked = file.bytes.first == UInt8(ascii: "{")
    let (tree, diagnostics) = DataParser.parse(DerivedText(source), as: isPacked ? .json : .yaml)
    root = TemplateValue(tree.root)
    faults = diagnostics.map { CatalogFault($0.message, at: $0.primary) }
    if root.kind != .map, !root.isNothing { note("a component file is a map", at: root.location) }
  }

  mutating func note(_ message: String, at location: Location) {
    faults.append(CatalogFault(message, at: location))
  }

  /// Notes a name that means nothing where it stands.
  mutating func note(_ message: String, unknown name: Located<String>, among names: [String]) {
    faults.append(
      CatalogFault(
        message, at: name.location, nearest: Suggestion.names(near: name.value, among: names)))
  }

  /// The texts of a list, or one text.
  func texts(_ value: TemplateValue?) -> [String] { value?.weakTexts.map(\.value) ?? [] }

  func text(_ value: TemplateValue?) -> String? { value?.weakText }

  func flag(_ value: TemplateValue?) -> Bool { value?.bool ?? false }

  func number(_ value: TemplateValue?) -> Double? { value?.weakText.flatMap(Double.init) }

  /// A condition; notes one that cannot be read.
  mutating func condition(_ value: TemplateValue?) -> OptionCondition? {
    guard let value, let text = value.weakText else { return nil }
    let condition = OptionCondition(text)
    if condition == nil { note("`\(text)` is no condition", at: value.location) }
    return condition
  }

  /// A list of conditions.
  mutating func conditions(_ value: TemplateValue?) -> [OptionCondition] {
    let values = value?.kind == .list ? value?.items ?? [] : value.map { [$0] } ?? []
    return values.compactMap { condition($0) }
  }
}
