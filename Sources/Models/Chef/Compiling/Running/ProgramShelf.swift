package import RubySyntax
package import Source
import Synchronization

/// The Ruby of cookbooks parsed once for all runs that load it: the suites of a kitchen file, the templates of a folder.
package final class ProgramShelf: Sendable {
  private enum Parsed {
    case ruby(RubyTree)
    case template(RubyTemplate)
  }

  private struct Content {
    var entries: [FileID: (file: SourceFile, parsed: Parsed)] = [:]
    var size = 0
  }

  /// Beyond it trees are not kept: each takes a multiple of its text.
  private static let sizeLimit = 4 << 20

  private let content = Mutex(Content())

  package init() {}

  /// The tree of a file of Ruby.
  package func tree(of file: SourceFile) -> RubyTree {
    if case .ruby(let tree) = parsed(file) { return tree }
    let tree = RubyTree.parse(DerivedText(file))
    keep(.ruby(tree), of: file)
    return tree
  }

  /// A file as a template.
  package func template(of file: SourceFile) -> RubyTemplate {
    if case .template(let template) = parsed(file) { return template }
    let template = RubyTemplate.parse(DerivedText(file))
    keep(.template(template), of: file)
    return template
  }

  /// What is known of a file with the same bytes.
  private func parsed(_ file: SourceFile) -> Parsed? {
    let known = content.withLock { $0.entries[file.id] }
    return known.flatMap { $0.file.bytes == file.bytes ? $0.parsed : nil }
  }

  private func keep(_ parsed: Parsed, of file: SourceFile) {
    content.withLock { content in
      guard content.size + file.bytes.count <= Self.sizeLimit else { return }
      content.size += file.bytes.count
      content.entries[file.id] = (file, parsed)
    }
  }
}
