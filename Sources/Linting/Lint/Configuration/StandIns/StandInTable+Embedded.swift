package import Project
import RuleCatalog

extension StandInTable {
  /// What comes with the product; it is read once.
  package static let embedded = StandInTable(RuleCatalog.standIns)
}
