package import DataSyntax

/// What goss says of one property of a resource.
package struct GossResult: Sendable, Hashable {
  package enum Status: Int, Sendable { case passed, failed, skipped }

  /// The type as goss prints it: `File`.
  package let type: String
  /// The id as goss prints it, with what is looked at where that differs: `conf: /etc/app.conf`.
  package let id: String
  package let property: String
  package let title: String
  /// The free-form notes of the resource, sorted by their keys; `null` where it has none.
  package let meta: JSONText
  /// The same as lines, each a note as goss prints it.
  package let notes: [String]
  package let status: Status
  /// Why the property could not be judged, in goss's words; lines may follow.
  package let error: String?
  /// nil where the property was skipped.
  package let match: Match?
  /// Its place among the results of its spec.
  package let position: Int

  /// How actual and expected value compare.
  package struct Match: Sendable, Hashable {
    package let actual: JSONText
    package let expected: JSONText
    /// `to equal`, `not to have prefix`, `matches expectation`.
    package let message: String
    /// nil where the matcher has no such list.
    package let missing: [JSONText]?
    package let extra: [JSONText]?
    package let found: [JSONText]?
    /// Whether what is expected, missing and found are matchers: goss escapes `<`, `>` and `&` in those.
    package let isOfMatchers: Bool
    /// What changed the actual value before it was compared, and the value before that.
    package let conversions: [JSONText]
    package let raw: JSONText?

    package init(
      actual: JSONText, expected: JSONText, message: String, missing: [JSONText]? = nil,
      extra: [JSONText]? = nil, found: [JSONText]? = nil, isOfMatchers: Bool = false,
      conversions: [JSONText] = [], raw: JSONText? = nil
    ) {
      self.actual = actual
      self.expected = expected
      self.message = message
      self.missing = missing
      self.extra = extra
      self.found = found
      self.isOfMatchers = isOfMatchers
      self.conversions = conversions
      self.raw = raw
    }
  }

  package init(
    type: String, id: String, property: String, title: String, meta: JSONText, notes: [String] = [],
    status: Status, error: String? = nil, match: Match? = nil, position: Int = 0
  ) {
    self.type = type
    self.id = id
    self.property = property
    self.title = title
    self.meta = meta
    self.notes = notes
    self.status = status
    self.error = error
    self.match = match
    self.position = position
  }
}
