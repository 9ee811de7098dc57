import Host

extension NativeEngine {
  /// Asks what a start would ask, without one.
  package func refusal(of spec: ContainerSpec) -> EngineError? {
    do throws(EngineError) {
      try abilities.expect(spec, of: description(ofVariant: runtime.variant))
      _ = try CapabilitySet.granted(to: spec, available: .ownBounding)
      for device in spec.devices { _ = try ContainerDevice(device) }
      return nil
    } catch {
      return error
    }
  }

  /// The engine as it is chosen by `--engine`, where the variant explains what it lacks.
  private func description(ofVariant variant: NativeVariant) -> String {
    variant.walls == .chroot ? "native:chroot" : name
  }
}
