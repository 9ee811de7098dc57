/// Methods that Chef's own objects have and whose answers are not told: without them a call would look like a fault.
enum UntoldMethods {
  /// Of recipes and the actions of resources.
  static let ofRecipes = [
    "include_profile", "include_waiver", "include_input", "evaluate_resource_definition",
    "has_resource_definition?", "exec", "deprecated_attr", "deprecated_attr_reader", "deprecated_attr_writer",
    "deprecated_ivar", "parse_attribute_file_spec", "from_file", "class_from_file", "source_file",
    "from_hash",
    "from_json", "from_json_file", "from_yaml", "from_yaml_file",
  ]

  /// Of recipes, resources, providers, templates and the node: what chef-utils brings, and the secrets.
  static let ofEverything = [
    "alibaba?", "oci?", "default_paths", "sanitized_path", "file_exist?", "file_open", "file_read",
    "file_directory?", "dir_exist?", "service_script_exist?", "older_than_win_2012_or_8?", "openvz_host?",
    "parallels_host?", "vmware_desktop?", "vmware_vsphere?", "vagrant_key?", "vagrant_domain?",
    "vagrant_user?",
    "platform_version", "powershell_version", "windows_nt_version", "windows_server?", "windows_server_core?",
    "windows_workstation?", "default_secret_config", "default_secret_service", "build_powershell_command",
    "run_command_with_os_architecture",
  ]

  /// Of resources.
  static let ofResources = [
    "elapsed_time", "executed_by_runner", "executed_by_runner=", "state_for_resource_reporter", "identity",
    "load_from", "with_umask", "resource_initializing", "resource_initializing=", "value_to_text", "as_json",
    "to_h", "to_hash", "default_guard_interpreter", "allowed_actions=", "action_description", "logger",
    "declared_type=", "resolve_notification_references", "validate_resource_spec!", "before_notifications",
    "immediate_notifications", "delayed_notifications", "source_line_file", "source_line_number",
    "defined_at",
    "cookbook_version", "events", "validate_action", "provider_for_action", "custom_exception_message",
    "customize_exception", "should_skip?", "lookup_provider_constant", "suppress_up_to_date_messages?",
    "property_description", "convert_to_class_name", "convert_to_snake_case", "normalize_snake_case_name",
    "snake_case_basename", "filename_to_qualified_string", "deprecated_attr", "deprecated_ivar",
    "state_properties",
  ]

  /// Of the classes of resources.
  static let ofResourceClasses = [
    "from_hash", "json_create", "from_json", "sorted_descendants", "target_mode",
    "resource_matching_short_name",
    "sensitive_properties", "name_property", "provided_as", "convert_to_class_name", "convert_to_snake_case",
    "normalize_snake_case_name", "snake_case_basename", "filename_to_qualified_string", "direct_descendants",
    "find_descendants_by_name", "store_inherited", "action_descriptions", "action_description",
    "build_from_file", "loaded_lwrps", "node_map", "rest_api_collection", "rest_api_document",
    "rest_api_endpoint", "rest_identity_map", "rest_identity_property", "rest_post_only_properties",
    "rest_property_map",
  ]
}
