/// The Swift file that carries the pages, files of facts and schemas.
struct SwiftFile {
  let pages: [Page]
  let facts: [FactFile]
  let schemas: [FactFile]

  /// The source: raw multi-line literals, which compile a hundred times faster than arrays of bytes.
  var text: String {
    var text = "import Diagnostics\n\nextension RuleCatalog {\n  static let embeddedPages: [RulePage] = [\n"
    for page in pages {
      text += """
            RulePage(
              \(literal(page.id)), .\(page.severity), since: \(literal(page.since)),
              tags: [\(page.tags.map(literal).joined(separator: ", "))],
              profiles: [\(page.profiles.map { $0 == "default" ? ".standard" : "." + $0 }.joined(separator: ", "))],
              summary: \(literal(page.summary)),\(rest(page))
              text: \(block(page.body))),

        """
    }
    return text + "  ]\n" + list("embeddedFacts", facts) + list("embeddedSchemas", schemas) + "}\n"
  }

  private func list(_ name: String, _ files: [FactFile]) -> String {
    let items = files.map { "    EmbeddedFile(path: \(literal($0.path)), text: \(block($0.text))),\n" }
    return "\n  static let \(name): [EmbeddedFile] = [\n" + items.joined() + "  ]\n"
  }

  /// What few heads have.
  private func rest(_ page: Page) -> String {
    var text = ""
    if page.isPreview { text += " isPreview: true," }
    if !page.aliases.isEmpty { text += " aliases: \(list(page.aliases))," }
    if !page.earlierSeverities.isEmpty { text += " earlier: \(list(page.earlierSeverities))," }
    if !page.condition.isEmpty {
      let parts = page.condition.sorted { $0.key < $1.key }.map { "\(literal($0.key)): \(literal($0.value))" }
      text += " condition: [\(parts.joined(separator: ", "))],"
    }
    return text
  }

  private func list(_ texts: [String]) -> String { "[\(texts.map(literal).joined(separator: ", "))]" }

  private func literal(_ text: String) -> String {
    let hashes = hashes(for: text)
    return "\(hashes)\"\(text)\"\(hashes)"
  }

  private func block(_ text: String) -> String {
    let hashes = hashes(for: text)
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
  }

  /// So many hash signs that neither a quote nor a backslash of the text means anything.
  private func hashes(for text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "#", count: longest + 1)
  }
}
