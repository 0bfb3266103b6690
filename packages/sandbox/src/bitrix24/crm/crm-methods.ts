import type { PortalMethod } from '../portal-method.ts';
import { CLASSIC_CRUD } from './classic-methods/classic-crud.ts';
import { DEAL_CONTACTS } from './classic-methods/deal-contacts.ts';
import { CLASSIC_LISTS } from './classic-methods/list-classic.ts';
import { USER_FIELD_METHODS } from './classic-methods/user-field-methods.ts';
import { CATEGORY_METHODS } from './directories/category-methods.ts';
import { DIRECTORY_METHODS } from './directories/directory-methods.ts';
import { findDuplicates } from './duplicates/find-by-communication.ts';
import { mergeBatch } from './duplicates/merge-batch.ts';
import { IMPORT_METHODS } from './item-methods/import-items.ts';
import { ITEM_METHODS } from './item-methods/item-methods.ts';
import { listItems } from './item-methods/list-items.ts';
import { CATALOG_METHODS } from './products/catalog-methods.ts';
import { CLASSIC_PRODUCTS } from './products/classic-products.ts';
import { PRICE_METHODS } from './products/price-methods.ts';
import { PRODUCT_ROW_METHODS } from './products/product-row-methods.ts';
import { REQUISITE_METHODS } from './requisites/requisite-methods.ts';
import { ACTIVITY_METHODS } from './timeline/activity-methods.ts';
import { COMMENT_METHODS } from './timeline/comment-methods.ts';

export const CRM_METHODS: readonly PortalMethod[] = [
  ...ITEM_METHODS,
  listItems,
  ...IMPORT_METHODS,
  ...CLASSIC_CRUD,
  ...CLASSIC_LISTS,
  ...DEAL_CONTACTS,
  ...USER_FIELD_METHODS,
  ...CATEGORY_METHODS,
  ...DIRECTORY_METHODS,
  findDuplicates,
  mergeBatch,
  ...COMMENT_METHODS,
  ...ACTIVITY_METHODS,
  ...PRODUCT_ROW_METHODS,
  ...CATALOG_METHODS,
  ...PRICE_METHODS,
  ...CLASSIC_PRODUCTS,
  ...REQUISITE_METHODS,
];
