/** What the records of a zip archive begin with (APPNOTE 4.3): a part, its entry in the directory, and the end. */
export const [LOCAL, DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
