/// What a commit adds to an image.
package struct ImageCommit: Sendable, Hashable {
  package var author: String?
  package var message: String?
  /// Dockerfile instructions, each one line.
  package var changes: [String]

  package init(author: String? = nil, message: String? = nil, changes: [String] = []) {
    self.author = author
    self.message = message
    self.changes = changes
  }
}
