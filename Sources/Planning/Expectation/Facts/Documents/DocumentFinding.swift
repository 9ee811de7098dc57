import Matching

/// A document in a file, or why there is none.
enum DocumentFinding {
  case document(Document)
  case other(Finding)

  /// Reads what was found in the file.
  init(_ format: DocumentFormat, _ contents: Finding) {
    guard case .value(let subject) = contents, case .text(let bytes) = subject else {
      self = .other(contents)
      return
    }
    switch format.document(bytes) {
    case .document(let document): self = .document(document)
    case .broken(let clause): self = .other(.none(clause))
    }
  }
}
