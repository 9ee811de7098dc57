/// How long a registry may neither send nor take anything before a copy is given up.
package enum RegistryPatience {
  /// Seconds, where nothing else is said: longer than a registry needs that fetches an image from another one first.
  package static let usual = 120.0

  /// What to do about a registry that stalls.
  package static let advice =
    "see whether it is up and reachable, or give it more time with `registries: {patience: 10m}` in `.ovenproof.yaml`"
}
