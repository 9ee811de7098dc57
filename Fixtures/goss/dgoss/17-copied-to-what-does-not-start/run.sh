GOSS_FILES_STRATEGY=cp dgoss run tiny:1 /nope
