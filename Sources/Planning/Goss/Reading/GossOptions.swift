package import Expectation
import DataSyntax
import GoTemplate
import Host
import Matching
import Source
package import Sprig

/// What a run gives the templates of its goss files, and how faults of goss are taken.
package struct GossOptions: Sendable {
  /// Files of variables, and more variables as text, which win.
  package let variableFiles: [String]
  package let inlineVariables: String
  package let machine: TemplateMachine
  package let compatibility: Compatibility
  /// Which packaging system is asked for packages; nil for the image's own.
  let packaging: PackageVersion.System?
  /// Whether a file may assert nothing, as where it is only rendered.
  let mayBeEmpty: Bool

  package init(
    variableFiles: [String] = [], inlineVariables: String = "", machine: TemplateMachine,
    compatibility: Compatibility, packageManager: String = "", mayBeEmpty: Bool = false
  ) {
    self.variableFiles = variableFiles
    self.inlineVariables = inlineVariables
    self.machine = machine
    self.compatibility = compatibility
    packaging = Self.packagings[packageManager]
    self.mayBeEmpty = mayBeEmpty
  }

  /// What is none of them counts as nothing said.
  private static let packagings: [String: PackageVersion.System] = [
    "apk": .apk, "dpkg": .dpkg, "pacman": .pacman, "rpm": .rpm,
  ]

  /// The variables of all files and of the text.
  func variables(from files: any FileTree) throws(GossFault) -> [GoKey: PlainValue] {
    var variables: [GoKey: PlainValue] = [:]
    for path in variableFiles where !path.isEmpty {
      let name = "failed while loading vars file \"\(path)\": loading vars file '\(path)'\n"
      let bytes: [UInt8]
      do throws(HostError) { bytes = try files.read(path, limit: GossFile.sizeLimit) } catch {
        throw GossFault(name + error.goWords(reading: path))
      }
      variables.merge(try Self.variables(of: bytes, named: path, name)) { _, new in new }
    }
    let inline = try Self.variables(
      of: Array(inlineVariables.utf8), named: "--vars-inline",
      "failed while loading vars file \"\(variableFiles.first ?? "")\": loading inline vars\n")
    return variables.merging(inline) { _, new in new }
  }

  /// JSON where the text is such, else YAML: the two differ in what numbers are.
  private static func variables(
    of bytes: [UInt8], named path: String, _ prefix: String
  ) throws(GossFault) -> [GoKey: PlainValue] {
    guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return [:] }
    let text = DerivedText(SourceFile(FileID(path), bytes: bytes))
    var (_, tree, fault) = GossEncoding.parse(text, as: .json)
    if fault != nil { (_, tree, fault) = GossEncoding.parse(text, as: .yaml) }
    guard fault == nil else { throw GossFault(prefix + "unable to determine format from content") }
    switch GossValue(tree.root) {
    case .map(let entries, _):
      return Dictionary(entries.map { (GoKey($0.key), $0.value.templateValue) }) { _, last in last }
    case .null: return [:]
    default:
      if tree.syntax == .json {
        throw GossFault(prefix + GossJSONTyping.message(tree.root, "map[string]interface {}", at: []))
      }
      throw GossFault(
        prefix + "yaml: unmarshal errors:\n  line 1: cannot unmarshal \(GossTyping.shown(tree.root)) into "
          + "map[string]interface {}")
    }
  }
}
