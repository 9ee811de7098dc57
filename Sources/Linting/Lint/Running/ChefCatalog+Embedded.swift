package import Chef
import RuleCatalog

extension ChefCatalog {
  /// What comes with the product; it is read once.
  package static var embedded: ChefCatalog { read.forOtherWork }

  private static let read = ChefCatalog(RuleCatalog.chefFiles)
}
