/// Letters in other cases as Go's `unicode` has them: one for one.
extension Unicode.Scalar {
  var goUppercase: Unicode.Scalar {
    properties.uppercaseMapping.only ?? properties.titlecaseMapping.only ?? self
  }

  /// Of a letter that becomes several, the first of them.
  var goLowercase: Unicode.Scalar { properties.lowercaseMapping.unicodeScalars.first ?? self }

  var goTitlecase: Unicode.Scalar { properties.titlecaseMapping.only ?? self }
}

extension String {
  var goUppercase: String { mapped(\.goUppercase) }
  var goLowercase: String { mapped(\.goLowercase) }

  private func mapped(_ change: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map(change)))
  }

  /// The scalar of a text that has one alone.
  fileprivate var only: Unicode.Scalar? {
    let scalars = unicodeScalars
    return scalars.dropFirst().isEmpty ? scalars.first : nil
  }
}
