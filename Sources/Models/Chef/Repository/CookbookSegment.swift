/// A top folder of a cookbook that Chef gives a meaning.
package enum CookbookSegment: String, Sendable, CaseIterable {
  case attributes, definitions, files, libraries, providers, recipes, resources, templates
}
