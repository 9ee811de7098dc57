/// A top folder of a cookbook that Chef gives a meaning.
package enum CookbookSegment: String, Sendable, CaseIterable {
  case attributes, compliance, definitions, files, libraries, ohai, providers, recipes, resources, templates
}
