import Lint

extension RuleRegistry {
  /// What opens a door, or trusts without looking.
  static let securityRules: [any TemplateRule] = [
    OpenSecurityGroup(), PlainHttp(), PrivilegedContainer(), PublicImage(), SecretInImage(),
    UncheckedCertificate(),
    UnencryptedVolume(), UnlistedSecret(), UnverifiedDownload(), WeakChecksum(),
  ]

  /// What an image starts from, and what it becomes.
  static let imageRules: [any TemplateRule] = [
    CollidingOutput(), FixedImageName(), IdleLogin(), ImageWithoutDigest(), InvalidImageName(),
    InvalidImageChange(), MalformedCommandList(), RepeatedScript(), UnportableImageChange(),
  ]
}
