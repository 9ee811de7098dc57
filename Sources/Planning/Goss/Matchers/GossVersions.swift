import Matching

/// The range of a `semver-constraint`; one that is not written in full is an error wherever it is compared.
struct GossVersions: Sendable {
  let text: String
  private let range: VersionRange?

  init(_ text: String) {
    self.text = text
    range = VersionRange(text).flatMap { $0.isStrict ? $0 : nil }
  }

  /// Whether one version, or each of a list, lies in the range.
  func hold(_ actual: GossValue) -> Result<Bool, GossError> {
    guard let range else {
      return .failure(
        GossError("Expected a valid semver constraint.  Got:\n\(GossValue.text(text).object)"))
    }
    let items = actual.items ?? [actual]
    let read = items.compactMap { $0.string.flatMap { SemanticVersion($0) } }.filter(\.isStrict)
    guard read.count == items.count, !read.isEmpty else {
      return .failure(
        GossError("Expected a single or list of semver valid version(s).  Got:\n\(actual.object)"))
    }
    return .success(read.allSatisfy { range.contains($0) })
  }
}
