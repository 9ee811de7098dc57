import Diagnostics
package import Source

/// Code of another template language in a file: what makes the real template when it is rendered.
package struct EmbeddedCode: Sendable, Hashable {
  /// A language in which people write templates of templates.
  package enum Language: String, Sendable {
    case erb = "ERB"
    case jinja = "Jinja"
  }

  package let language: Language
  package let location: Location

  /// The first code that makes a file a template of another language; nil where the file is taken as it stands.
  ///
  /// Lines of YAML that begin with `<%` count, texts of variables and builders that hold a statement, and in a file that
  /// does not parse, or parses by accident, what stands outside of texts. In a script it may be what the script writes.
  package static func first(in file: SourceFile) -> EmbeddedCode? {
    let syntax = PackerTemplate.syntax(of: file)
    let places = CodePlaces(in: file, syntax)
    guard !places.all.isEmpty else { return nil }
    if let place = places.all.first(where: \.rulesItsLine) { return code(place, in: file) }
    let (template, faults) = PackerTemplate.read(file)
    let place =
      !faults.contains { $0.severity == .error }
      ? template.flatMap { CodePlaces.first(of: places.all, inValuesOf: $0) }
      : places.all.first(where: \.isOutsideTexts)
    return place.map { code($0, in: file) }
  }

  /// Whether code of another language may stand in a file that does not parse.
  package static func breaks(_ file: SourceFile) -> Bool {
    CodePlaces(in: file, PackerTemplate.syntax(of: file)).all.contains {
      $0.rulesItsLine || $0.isOutsideTexts
    }
  }

  private static func code(_ place: CodePlaces.Place, in file: SourceFile) -> EmbeddedCode {
    EmbeddedCode(language: place.language, location: Location(file.id, place.range))
  }
}
