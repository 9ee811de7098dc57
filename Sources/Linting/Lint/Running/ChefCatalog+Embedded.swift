package import Chef
import RuleCatalog

extension ChefCatalog {
  /// What comes with the product.
  package static var embedded: ChefCatalog { ChefCatalog(RuleCatalog.chefFiles) }
}
