import Chef
import Diagnostics
import Lint
import Project

extension RemovedFeatures {
  static let known = ChefCatalog.embedded.removed
}

extension ChefStep {
  /// How grave the use of a feature is at a place; nil where the client still has it.
  func gravity(of feature: RemovedFeature, isMet: Bool) -> RemovedUse? {
    switch chef.client.version.judged.isAtLeast(feature.since) {
    case true?:
      RemovedUse(feature, severity: isMet ? .error : .warning, words: "is gone since Chef \(feature.since)")
    case nil:
      RemovedUse(
        feature, severity: .warning,
        words: "is gone since Chef \(feature.since), and which one runs cannot be told")
    case false?: nil
    }
  }
}
