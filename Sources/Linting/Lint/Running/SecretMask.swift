import Diagnostics
import Packer
import Source

/// Keeps the values of sensitive variables and options out of what is said about a template.
struct SecretMask {
  /// Each secret with the name that is shown in its place, the longest first.
  private let secrets: [(text: String, name: String)]
  /// Where they are written out.
  private let places: [Location]

  /// A shorter secret is masked only where it stands alone: it may be a part of any word.
  private static let wordLength = 4
  /// One of at least this many bytes is no common word: it is masked in an excerpt wherever the template repeats it.
  private static let tellingLength = 8
  /// So many secrets are looked for; each costs a walk through the file.
  private static let repeatedLimit = 64

  init(
    _ evaluation: Evaluation, of template: PackerTemplate, in file: SourceFile, given inputs: TemplateInputs,
    _ sources: SourceSet
  ) {
    var found: [String: String] = [:]
    var places: [Location] = []
    func add(_ text: RunText, at location: Location?) {
      for case .secret(let secret, let name) in text.parts where !secret.isEmpty { found[secret] = name }
      guard !text.secrets.isEmpty, let location, location.file == file.id else { return }
      let written = String(decoding: file.bytes[location.range.indices], as: UTF8.self)
      if !written.contains("{{") { places.append(location) }
    }
    let written = Dictionary(template.variables.map { ($0.name.value, $0.value) }) { _, last in last }
    for (name, value) in evaluation.variables {
      guard let text = value.value else { continue }
      add(text, at: written[name]?.contentLocation)
    }
    for build in evaluation.builds {
      for value in build.components.flatMap({ $0.options.entries.map(\.value) }) {
        value.forEachText { add($0, at: $1) }
      }
    }
    let replaced = ReplacedSecrets(of: template, in: file, given: inputs, sources)
    for (text, name) in replaced.texts where found[text] == nil { found[text] = name }
    // A word that everybody knows stands for other things in a message.
    secrets = found.filter { !SecretShape.isKnownToAll($0.key) }.map { (text: $0.key, name: $0.value) }
      .sorted { ($0.text.utf8.count, $0.text) > ($1.text.utf8.count, $1.text) }
    let repeated = secrets.prefix(Self.repeatedLimit).filter { $0.text.utf8.count >= Self.tellingLength }
      .flatMap { file.bytes.ranges(of: Array($0.text.utf8)) }
    self.places = places + repeated.map { Location(file.id, ByteRange($0.lowerBound, $0.upperBound)) }
  }

  /// A finding without secrets in its words.
  func masked(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.message = masked(finding.message)
    finding.help = finding.help.map { masked($0) }
    finding.notes = finding.notes.map { masked($0) }
    finding.labels = finding.labels.map { Label(masked($0.message), at: $0.location) }
    finding.secrets += places
    return finding
  }

  /// The text without tokens and keys that their form gives away, whoever has written them.
  private static func withoutTokens(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for hidden in SecretShape.hiddenRanges(of: bytes).reversed() {
      bytes.replaceSubrange(hidden.range.indices, with: "<\(hidden.what)>".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without secrets.
  func masked(_ text: String) -> String {
    var text = Self.withoutTokens(text)
    for secret in secrets {
      if secret.text.utf8.count >= Self.wordLength {
        text = text.replacing(secret.text, with: "<sensitive:\(secret.name)>")
      } else {
        text = text.replacing("`\(secret.text)`", with: "`<sensitive:\(secret.name)>`")
      }
    }
    return text
  }
}

extension OptionValue {
  /// Visits every text in it, those in lists and maps included.
  fileprivate func forEachText(_ visit: (RunText, Location) -> Void) {
    switch content {
    case .text(let text): visit(text, location)
    case .list(let items): for item in items { item.forEachText(visit) }
    case .map(let entries): for entry in entries { entry.value.forEachText(visit) }
    case .null, .bool, .number, .deferred, .unknown: break
    }
  }
}
