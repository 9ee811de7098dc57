/// The range of a `semver-constraint`; one that blang/semver refuses is an error wherever it is compared.
struct GossVersions: Sendable {
  let text: String
  private let range: GossVersionRange?

  init(_ text: String) {
    self.text = text
    range = GossVersionRange(text)
  }

  /// Whether one version, or each of a list, lies in the range.
  func hold(_ actual: GossValue) -> Result<Bool, GossError> {
    guard let range else {
      return .failure(
        GossError("Expected a valid semver constraint.  Got:\n\(GossValue.text(text).object)"))
    }
    let items = actual.items ?? [actual]
    let versions = items.compactMap { $0.string.flatMap { GossVersion($0) } }
    guard versions.count == items.count, !versions.isEmpty else {
      return .failure(
        GossError("Expected a single or list of semver valid version(s).  Got:\n\(actual.object)"))
    }
    for version in versions {
      guard let isInside = range.contains(version) else {
        return .failure(GossError("goss crashes: nothing stands between two `||`"))
      }
      if !isInside { return .success(false) }
    }
    return .success(true)
  }
}
