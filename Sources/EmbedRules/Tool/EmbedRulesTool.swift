import Glibc

/// Writes a Swift file that holds every page and file of facts of `rules/`, and every schema of `docs/schemas/`, as
/// static text.
///
/// Usage: `embed-rules OUTPUT ROOT PATH…`; the paths are relative to the root.
@main
enum EmbedRulesTool {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { fail("usage: embed-rules OUTPUT ROOT PATH…") }
    var pages: [Page] = []
    var facts: [FactFile] = []
    var schemas: [FactFile] = []
    var faults: [String] = []
    for path in arguments.dropFirst(3).sorted() {
      let file = arguments[2] + "/" + path
      guard let text = read(file) else { fail("\(file): error: cannot be read") }
      // Paths inside of `rules/` go without it.
      let name = path.hasPrefix("rules/") ? String(path.dropFirst("rules/".count)) : path
      if path.hasSuffix(".json") {
        schemas.append(FactFile(path: path, text: text))
      } else if path.hasSuffix(".md") {
        guard name.split(separator: "/").count == 2 else { continue }
        do {
          pages.append(try Page(path: name, text: text))
        } catch {
          faults.append("\(file):\(error.line): error: \(error.message)")
        }
      } else {
        do {
          facts.append(try FactFile(path: name, yaml: text))
        } catch {
          faults.append("\(file):\(error.line): error: \(error.message)")
        }
      }
    }
    guard faults.isEmpty else { fail(faults.joined(separator: "\n")) }
    guard write(SwiftFile(pages: pages, facts: facts, schemas: schemas).text, to: arguments[1])
    else {
      fail("\(arguments[1]): error: cannot be written")
    }
  }

  private static func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
    exit(1)
  }

  /// The content of a file; nil when it cannot be read or is not UTF-8.
  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let isWritten = fputs(text, file) >= 0
    return fclose(file) == 0 && isWritten
  }
}
